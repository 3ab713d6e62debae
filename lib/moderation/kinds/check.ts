import "server-only";
import { z } from "zod";
import { answerNames, type CheckId, checkIds } from "../../bench/checks.ts";
import {
  type AnswerRow,
  answerRow,
  answersTo,
  answerText,
  checkOf,
  sameAnswer,
  unknownAnswer,
} from "../../bench/corrected-answer.ts";
import type { Transaction } from "../../db/index.ts";
import type { Standing } from "../corrected-row.ts";
import { correcting } from "../correcting.ts";
import { corrected, correctedShows, saysWhy, together } from "../fields.ts";
import { defineKind } from "../kind.ts";

const answers = ["unknown", ...Object.keys(answerNames)] as [string, ...string[]];

interface Said {
  check: CheckId;
  answer: string;
  url: string;
  date: string;
  note: string;
}

/** The row that a correction puts there; of what is unknown there is nothing else to say. */
const rowOf = ({ answer, url, date, note }: Said): AnswerRow =>
  answer === "unknown" ? unknownAnswer : { answer, source: url, asOf: date, note: note || null };

export const check = defineKind({
  name: "A corrected answer to a check",
  schema: z
    .object({
      check: z.enum(checkIds as [CheckId, ...CheckId[]], { error: "Which check is it?" }),
      answer: z.enum(answers, { error: "What is the answer?" }),
      ...corrected,
    })
    .superRefine((body, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      const { check: id, answer, note } = body;
      const found = checkOf(id);
      const fit = found ? answersTo(found) : [];
      if (found && answers.includes(answer) && fit.every((one) => one.id !== answer))
        issue("answer", `This check is answered by one of: ${fit.map(({ name }) => name).join(", ")}.`);
      if (answer === "third-party" && note?.length < 2) issue("note", "Name the third party’s package.");
      if (!saysWhy(body, answer !== "unknown")) issue("why", "Say why it isn’t so, in a sentence.");
    }, together),
  shows: { check: null, answer: null, ...correctedShows },
  needsModerator: true,
  ...correcting<Said, AnswerRow>({
    spot: (tx, frameworkId, { check: id }) => spot(tx, frameworkId, id),
    rowOf,
    same: sameAnswer,
    name: ({ check: id }) => checkOf(id)?.name ?? id,
    textOf: ({ answer }) => answerText(answer),
  }),
});

/** Where an answer stands: no row where it is unknown. Whether it was corrected is kept apart from it. */
function spot(tx: Transaction, frameworkId: number, id: string) {
  const where = { frameworkId_check: { frameworkId, check: id } };
  return {
    frameworkId,
    name: `answer ${id}`,
    read: async (): Promise<Standing<AnswerRow>> => {
      const found = await tx.checkAnswer.findUnique({ where });
      const by = await tx.answerCorrection.findUnique({ where });
      const replaced = (by?.replaced ?? null) as AnswerRow | null;
      return { ...answerRow(found ?? unknownAnswer), suggestionId: by?.suggestionId ?? null, replaced };
    },
    write: async ({ answer, ...read }: AnswerRow, by: { suggestionId: string; replaced: AnswerRow } | null) => {
      const key = { frameworkId, check: id };
      if (answer === null) await tx.checkAnswer.deleteMany({ where: key });
      else await tx.checkAnswer.upsert({ where, create: { ...key, answer, ...read }, update: { answer, ...read } });
      if (by === null) await tx.answerCorrection.deleteMany({ where: key });
      else {
        const data = { suggestionId: by.suggestionId, replaced: { ...by.replaced } };
        await tx.answerCorrection.upsert({ where, create: { ...key, ...data }, update: data });
      }
    },
  };
}
