import fs from "node:fs";
import { parse } from "yaml";
import { checksSchema } from "./schema.ts";

const dir = "prisma/content/checks";
for (const f of process.argv.slice(2)) {
  const got = checksSchema.safeParse(parse(fs.readFileSync(`${dir}/${f}.yaml`, "utf8")));
  if (!got.success) console.log(f, got.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("\n  "));
  else {
    const all = Object.values(got.data.checks) as { answer: string; source: string | null }[];
    console.log(
      f,
      "ok",
      all.length,
      "unknown",
      all.filter((a) => a.answer === "unknown").length,
      "unsourced",
      all.filter((a) => !a.source).length,
    );
  }
}
