import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { routes } from "@/lib/site/routes";

/** What both articles say in general, in our words and with their years, and how this site answers it. */
export function LearnPage() {
  return (
    <div className="max-w-3xl">
      <h1 className="mt-10 text-5xl">What a back-end framework is, and how to choose one</h1>
      <p className="mt-3 text-lg text-muted">
        The general part of the two articles that this site started from, each point with its source and year. What they
        say of single frameworks stands on the frameworks’ pages.
      </p>

      <Section id="what" title="What it is">
        <Point source="2024">
          A back-end framework is a library that gives web applications and APIs their structure. It comes with code for
          what every one of them needs: routing requests, working with a database, protecting data.
        </Point>
      </Section>

      <Section id="why" title="Why people use one">
        <Point source="2024">
          Applications are easier to write, the code gets better, and it grows more easily with its load.
        </Point>
        <Point source="2024">
          With a good framework, teams work together more easily, follow established practices and keep their projects
          consistent. That pays off as applications get more complex and have to be maintained for years.
        </Point>
        <Point source="2024">
          Frameworks are widely adopted because they bring what web development needs, have active communities, and suit
          many kinds of application.
        </Point>
      </Section>

      <Section id="whom" title="Who a list of frameworks is for">
        <Point source="2020">
          For people who know the basics of a programming language. If back-end work is entirely new to you, take a
          beginners’ course in one of the languages first.
        </Point>
        <Point source="2020">Pick one framework and get really good at it, rather than a little of each.</Point>
      </Section>

      <Section id="how" title="How to choose">
        <Point source="2020">
          The choice is personal. It depends on what you need, what you are used to, and your style.
        </Point>
        <Point source="2020">
          Three things to compare: how much knowledge it needs (seen from a beginner), what it is strong at, and its
          downsides.
        </Point>
        <Point source="2024">
          A web project stands or falls with the right framework. Each is strong in some areas, weak in others, and has
          work that it suits best.
        </Point>
        <Point source="2024">
          As a rule of thumb, full ones such as Laravel, Django and Spring Boot are for robust applications that grow,
          in companies too; light ones such as Express, Flask and Koa are for small, fast APIs and microservices.
        </Point>
        <p className="mt-2 border-l-2 border-line pl-3 text-muted">
          “Light” isn’t “fast”: in the benchmarks that we join, Spring Boot serves more requests than Express and Flask.
          See <A href={`${routes.framework("flask")}#score-performance`}>Flask’s figures</A> and{" "}
          <A href={`${routes.framework("spring-boot")}#score-performance`}>Spring Boot’s</A>.
        </p>
      </Section>

      <Section id="here" title="How this site helps">
        <ul className="list-disc space-y-2 pl-5">
          <li>
            <A href={routes.questions}>Answer a few questions</A>: language first, then team, kind of work and horizon.
            Your answers become weights that you can see and change.
          </li>
          <li>
            <A href={routes.frameworks}>Browse the frameworks</A>: knowledge needed, pros and cons with who says so and
            whether it is still true.
          </li>
          <li>
            <A href={routes.compare}>Compare</A> the two or three that are left, side by side.
          </li>
          <li>
            <A href={routes.decide}>Decide</A>: weigh what counts, see what would change the outcome, keep a record.
          </li>
          <li>
            Scores follow <A href={routes.method}>printed rules</A>, and{" "}
            <A href={routes.validity}>how far they can be believed</A> is measured.
          </li>
        </ul>
      </Section>
    </div>
  );
}

const articles = {
  "2020": "article-2020",
  "2024": "article-2024",
} as const;

/** One point, with the article that makes it. */
function Point({ source, children }: { source: keyof typeof articles; children: ReactNode }) {
  const slug = articles[source];
  return (
    <p className="mt-2">
      {children}{" "}
      <a href={routes.source(slug)} className="chip" title="The article that says so">
        article {source}
      </a>
    </p>
  );
}

const A = ({ href, children }: { href: string; children: ReactNode }) => (
  <a href={href} className="link">
    {children}
  </a>
);
