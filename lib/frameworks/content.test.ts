import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import * as icons from "simple-icons";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { ContentError, loadContent } from "./content.ts";

const content = loadContent();
const seeds = [
  "laravel",
  "express",
  "koa",
  "gin",
  "django",
  "flask",
  "rails",
  "spring-boot",
  "aspnet-mvc",
  "nestjs",
  "phoenix",
  "aspnet-core",
];
const primary = new Set(
  [...content.sources, ...content.frameworks.flatMap((framework) => framework.sources)]
    .filter((source) => source.kind !== "article")
    .map((source) => source.id),
);

describe("the catalogue's content", () => {
  it("has the twelve frameworks of the articles and at least 24 more", () => {
    const slugs = content.frameworks.map((framework) => framework.slug);
    expect(slugs).toEqual(expect.arrayContaining(seeds));
    expect(slugs.length).toBeGreaterThanOrEqual(36);
  });
  it.each(content.frameworks.map((framework) => [framework.slug, framework] as const))(
    "supports six or more claims on %s by a linked official page",
    (_slug, framework) => {
      const supported = framework.claims.filter((claim) =>
        claim.assertions.some(
          (assertion) => assertion.stance === "supports" && primary.has(assertion.source) && assertion.url,
        ),
      );
      expect(supported.length).toBeGreaterThanOrEqual(6);
    },
  );
  it("holds both articles' view of each framework that they describe", () => {
    const by = (source: string) =>
      content.frameworks
        .filter((framework) =>
          framework.claims.some((claim) => claim.assertions.some((assertion) => assertion.source === source)),
        )
        .map((framework) => framework.slug);
    expect(by("article-2020").toSorted()).toEqual(
      ["laravel", "express", "koa", "gin", "django", "flask", "rails", "spring-boot", "aspnet-mvc"].toSorted(),
    );
    expect(by("article-2024").toSorted()).toEqual(
      [
        "laravel",
        "django",
        "spring-boot",
        "rails",
        "express",
        "nestjs",
        "flask",
        "phoenix",
        "aspnet-core",
        "koa",
      ].toSorted(),
    );
  });
  it("disputes what an article has plainly wrong, from an official page", () => {
    const wrong = (slug: string, pattern: RegExp) => {
      const claims = content.frameworks.find((framework) => framework.slug === slug)?.claims ?? [];
      return claims.some(
        (claim) =>
          pattern.test(claim.text) &&
          claim.assertions.some(
            (assertion) => assertion.stance === "disputes" && primary.has(assertion.source) && assertion.url,
          ),
      );
    };
    expect(wrong("express", /thread/i)).toBe(true);
    expect(wrong("koa", /websocket/i)).toBe(true);
    expect(wrong("laravel", /symfony/i)).toBe(true);
    expect(wrong("rails", /rspec/i)).toBe(true);
  });
  it("carries no tracking parameters in any address", () => {
    const urls = JSON.stringify(content).match(/https:\/\/[^"\s]+/g) ?? [];
    expect(urls.filter((url) => /[?&](utm_|ran(MID|EAID|SiteID)|LSNPUBID|aff|fbclid|gclid)/i.test(url))).toEqual([]);
  });
  it("names only logos that simple-icons has", () => {
    const known = new Set(Object.values(icons).map((icon) => icon.slug));
    expect(content.frameworks.flatMap((framework) => framework.icon ?? []).filter((icon) => !known.has(icon))).toEqual(
      [],
    );
  });
  it("leaves no placeholder behind", () => {
    expect(
      content.frameworks
        .filter((framework) => /\bTODO\b|FIXME|Lorem ipsum/.test(JSON.stringify(framework)))
        .map((framework) => framework.slug),
    ).toEqual([]);
  });
});

describe("content that doesn't fit", () => {
  function broken(change: (framework: Record<string, unknown>) => void): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-content-"));
    fs.cpSync("prisma/content", folder, { recursive: true });
    const framework = structuredClone(content.frameworks.find((item) => item.slug === "gin")) as unknown as Record<
      string,
      unknown
    >;
    change(framework);
    fs.writeFileSync(path.join(folder, "frameworks", "gin.yaml"), stringify(framework));
    try {
      loadContent(folder);
      return "";
    } catch (error) {
      expect(error).toBeInstanceOf(ContentError);
      return (error as ContentError).message;
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  }

  it("is refused with the file and the field", () => {
    expect(broken((framework) => (framework.tagline = ""))).toMatch(/gin\.yaml: tagline:/);
    expect(broken((framework) => (framework.surprise = 1))).toMatch(/gin\.yaml: .*surprise/);
  });
  it("is refused when a source is unknown, naming the claim", () => {
    const message = broken((framework) => {
      const [claim] = framework.claims as { assertions: { source: string }[] }[];
      if (claim?.assertions[0]) claim.assertions[0].source = "nobody";
    });
    expect(message).toMatch(/gin\.yaml: claim .*: unknown source nobody/);
  });
  it("is refused when a dispute doesn't say why", () => {
    const message = broken((framework) => {
      const [claim] = framework.claims as { assertions: Record<string, unknown>[] }[];
      claim?.assertions.push({ source: "article-2020", stance: "disputes", locator: "somewhere" });
    });
    expect(message).toMatch(/a dispute says why/);
  });
  it("is refused with every problem at once", () => {
    const message = broken((framework) => {
      framework.tagline = "";
      framework.aliases = "x";
    });
    expect(message).toMatch(/tagline/);
    expect(message).toMatch(/aliases/);
  });
});
