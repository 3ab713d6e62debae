const mit = [
  "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the “Software”), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:",
  "The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.",
  "THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.",
];

const bsd = [
  "Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met: (1) Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer. (2) Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution. (3) Neither the name TechEmpower, Inc. nor the names of its contributors may be used to endorse or promote products derived from this software without specific prior written permission.",
  "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS “AS IS” AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL TECHEMPOWER, INC. BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.",
];

/** A collection that data or pictures of ours were taken from. */
interface DataSource {
  name: string;
  url: string;
  used: string;
  licence: string;
  /** What of a framework's data in the API comes from it; absent where nothing does. */
  covers?: "releases" | "benchmarks" | "starHistory" | "usage";
  copyright?: string;
  text?: string[];
}

export const dataSources: DataSource[] = [
  {
    name: "endoflife.date",
    url: "https://github.com/endoflife-date/endoflife.date",
    used: "Release and support dates.",
    licence: "MIT",
    covers: "releases",
    copyright: "Copyright 2020 endoflife.date contributors",
    text: mit,
  },
  {
    name: "the-benchmarker/web-frameworks",
    url: "https://github.com/the-benchmarker/web-frameworks",
    used: "Benchmark figures of 2020 to 2026.",
    licence: "MIT",
    covers: "benchmarks",
    copyright: "Copyright (c) 2017 taicsuzu",
    text: mit,
  },
  {
    name: "HttpArena",
    url: "https://github.com/MDA2AV/HttpArena",
    used: "Benchmark figures of April 2026.",
    licence: "MIT",
    covers: "benchmarks",
    copyright: "Copyright (c) 2026 Diogo Martins",
    text: mit,
  },
  {
    name: "TechEmpower Framework Benchmarks",
    url: "https://github.com/TechEmpower/FrameworkBenchmarks",
    used: "Benchmark figures of December 2019, and single quoted figures of rounds 22 and 23. TechEmpower does not endorse this site.",
    licence: "BSD-3-Clause",
    covers: "benchmarks",
    copyright: "Copyright (c) 2013, TechEmpower, Inc. All rights reserved.",
    text: bsd,
  },
  {
    name: "EvanLi/Github-Ranking",
    url: "https://github.com/EvanLi/Github-Ranking",
    used: "Star counts over time.",
    licence: "MIT",
    covers: "starHistory",
    copyright: "Copyright (c) 2018 Evan Li",
    text: mit,
  },
  {
    name: "mingrammer/go-web-framework-stars",
    url: "https://github.com/mingrammer/go-web-framework-stars",
    used: "Star counts of Go frameworks.",
    licence: "MIT",
    covers: "starHistory",
    copyright: "Copyright (c) 2017 mingrammer",
    text: mit,
  },
  {
    name: "ml-tooling/best-of-web-python",
    url: "https://github.com/ml-tooling/best-of-web-python",
    used: "Star counts of Litestar and Tornado.",
    licence: "CC BY-SA 4.0",
    covers: "starHistory",
  },
  {
    name: "JavaScript Rising Stars",
    url: "https://github.com/bestofjs/javascript-risingstars",
    used: "Single figures with attribution: star counts of Hono, Elysia, Nitro and AdonisJS.",
    licence: "none stated",
    covers: "starHistory",
  },
  {
    name: "FriendsOfPHP, RubySec, Go and RustSec advisory databases",
    url: "https://github.com/golang/vulndb",
    used: "Counts of security advisories of PHP, Ruby, Go and Rust frameworks.",
    licence: "Unlicense, public domain, CC BY 4.0 and CC0 1.0",
  },
  {
    name: "Stack Overflow Developer Survey 2025",
    url: "https://survey.stackoverflow.co/2025/technology",
    used: "Shares of respondents who have used a framework. Contains information from the Stack Overflow Developer Survey, Stack Exchange Inc.; the figures are kept in a file of their own, which stays under the same licence.",
    licence: "ODbL 1.0 (database), DbCL 1.0 (contents)",
    covers: "usage",
  },
  {
    name: "State of JavaScript 2025",
    url: "https://stateofjs.com",
    used: "Single figures with attribution: shares who used a framework or would use it again.",
    licence: "none stated",
    covers: "usage",
  },
  {
    name: "Simple Icons",
    url: "https://github.com/simple-icons/simple-icons",
    used: "Logos. They are trademarks of their owners and stand for nothing but the name beside them.",
    licence: "CC0-1.0",
  },
  {
    name: "Geist, Instrument Serif",
    url: "https://github.com/vercel/geist-font",
    used: "Typefaces.",
    licence: "OFL-1.1",
  },
];
