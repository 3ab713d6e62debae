import fs from "node:fs";
import path from "node:path";

export const read = (file: string) => fs.readFileSync(file, "utf8");

/** Sources that run while the site is served: not what only developers and commands run, nor what is generated. */
export const served = ["app", "components", "lib"]
  .flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.posix.join(folder, name)),
  )
  .filter((file) => /(?<!\.test)\.(?:tsx?|mjs)$/.test(file))
  .filter((file) => !/^lib\/(?:db\/generated|testing|benchmarking|cli)\//.test(file));
