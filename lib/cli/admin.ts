import { mailbox } from "../auth/schema.ts";
import { withDatabase } from "../process/database.ts";
import { generateClient } from "../process/prepare.ts";
import { Problem, run } from "../process/problem.ts";

/** `npm run admin -- somebody@example.org`: makes a person who has an account an administrator. */
await run(async () => {
  const email = mailbox(process.argv[3] ?? "");
  if (!email.includes("@"))
    throw new Problem("Say who: npm run admin -- somebody@example.org. They need an account first.");
  await generateClient();
  await withDatabase(async (url) => {
    const { connect } = await import("../db/client.ts");
    const client = connect(url);
    try {
      const person = await client.person.findUnique({ where: { email }, select: { id: true, name: true, role: true } });
      if (!person) throw new Problem(`Nobody here has the address ${email}. They sign up first, then run this again.`);
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
