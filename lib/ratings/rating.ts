import "server-only";
import { z } from "zod";
import { define } from "../action/perform.ts";
import { type CriterionId, criterionIds } from "../claims/criteria.ts";
import { noteNetwork } from "../people/networks.ts";
import { atMost, frameworkSlug } from "../request/schema.ts";
import { routes } from "../site/routes.ts";
import { rated, setRating } from "./mutations.ts";
import { experiences } from "./rules.ts";

const framework = frameworkSlug();
const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const stars = z.coerce
  .number({ error: "Choose from 1 to 5." })
  .int()
  .min(1, "Choose from 1 to 5.")
  .max(5, "Choose from 1 to 5.");

const optionalStars = z.preprocess(blank, stars.nullable());
const criteriaShape = Object.fromEntries(criterionIds.map((id) => [id, optionalStars])) as Record<
  CriterionId,
  typeof optionalStars
>;

/** A rating, by whichever way it comes. */
export const rating = define({
  access: "member",
  schema: z
    .object({
      framework,
      overall: stars,
      experience: z.enum(
        experiences.map(({ id }) => id),
        { error: "Say how you know it." },
      ),
      years: z.preprocess(
        blank,
        z.coerce
          .number({ error: "Whole years, 0 to 40." })
          .int("Whole years, 0 to 40.")
          .min(0, "Whole years, 0 to 40.")
          .max(40, "Whole years, 0 to 40.")
          .nullable(),
      ),
      still: z.preprocess(blank, z.enum(["yes", "no"]).nullable()),
      review: z.preprocess(
        blank,
        z
          .string()
          .trim()
          .max(...atMost(2_000, "A review has"))
          .nullable(),
      ),
    })
    .extend(criteriaShape),
  joined: ({ framework: slug, overall, experience, years, still, review, ...rest }) => {
    const criteria = Object.fromEntries(
      criterionIds.flatMap((id) => {
        const value = rest[id];
        return value === null ? [] : [[id, value]];
      }),
    );
    const stillUsing = still === null ? null : still === "yes";
    return setRating(slug, { overall, criteria, experience, years, stillUsing, review: review || null });
  },
  run: async ({ framework: slug }, { viewer, address, rows }) => {
    await noteNetwork(viewer.personId, address);
    await rated(viewer.personId, slug, rows);
    return { to: `${routes.framework(slug)}?rated=1#ratings` };
  },
});
