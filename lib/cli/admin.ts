import { mailbox } from "../auth/schema.ts";
import type { PrismaClient } from "../db/generated/client.ts";
import { withDatabase } from "../process/database.ts";
import { generateClient } from "../process/prepare.ts";
import { Problem, run } from "../process/problem.ts";

/**
 * `npm run admin -- somebody@example.org`: makes a person who has an account an administrator. With `without-second-step` after it,
 * takes the second step of signing in off an account instead, for somebody who lost app, passkeys and codes.
 */
await run(async () => {
  const [, , , who = "", what] = process.argv;
  const email = mailbox(who);
  if (what !== undefined && what !== "without-second-step")
    throw new Problem(
      "It is either: npm run admin -- somebody@example.org, or the same with without-second-step after it.",
    );
  if (!email.includes("@"))
    throw new Problem("Say who: npm run admin -- somebody@example.org. They need an account first.");
  await generateClient();
  await withDatabase(async (url) => {
    const { connect } = await import("../db/client.ts");
    const client = connect(url);
    try {
      const person = await client.person.findUnique({ where: { email }, select: { id: true, name: true, role: true } });
      if (!person) throw new Problem(`Nobody here has the address ${email}. They sign up first, then run this again.`);
      if (what !== undefined) {
        console.log(await withoutSecondStep(client, person));
        return;
      }
      if (person.role === "admin") {
        console.log(`${person.name} is an administrator already.`);
        return;
      }
      await client.$transaction([
        client.person.update({ where: { id: person.id }, data: { role: "admin" } }),
        client.auditEntry.create({
          data: {
            action: "role",
            subjectId: person.id,
            detail: { from: person.role, to: "admin", by: "command line" },
          },
        }),
      ]);
      console.log(`${person.name} (${email}) is an administrator now.`);
    } finally {
      await client.$disconnect();
    }
  });
});

/** Ends every session too: one that owes the step must not become whole. */
async function withoutSecondStep(client: PrismaClient, { id, name }: { id: string; name: string }): Promise<string> {
  const removed = await client.$transaction(async (tx) => {
    const { count } = await tx.secondStep.deleteMany({ where: { personId: id } });
    if (count === 0) return false;
    await tx.session.deleteMany({ where: { personId: id } });
    await tx.auditEntry.create({
      data: { action: "second step", subjectId: id, detail: { what: "removed", by: "command line" } },
    });
    return true;
  });
  return removed
    ? `${name} signs in in one step now, and is signed out everywhere.`
    : `${name} signs in in one step already.`;
}
