import zlib from "node:zlib";

export interface Weight {
  /** Bytes of the HTML as the browser reads it. */
  html: number;
  /** Bytes of it that repeat the page for hydration. */
  repeated: number;
  /** Bytes on the way, brotli. */
  sent: number;
}

/** What a page's HTML weighs. */
export async function weigh(url: string): Promise<Weight> {
  const html = await (await fetch(url)).text();
  const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = ""]) => text);
  return {
    html: Buffer.byteLength(html),
    repeated: inline
      .filter((text) => text.includes("self.__next_f"))
      .reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    sent: zlib.brotliCompressSync(html, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
  };
}
