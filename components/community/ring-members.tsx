import { mostShown, type RingMemberLine } from "@/lib/community/ring-queries";
import { memberStates, ringWords } from "@/lib/people/rings";
import { standings } from "@/lib/people/standing";
import { minuteOf } from "@/lib/text/dates";
import { Scroll } from "../ui/scroll";

/** The accounts of a ring, by their registration. */
export function RingMembers({ members }: { members: RingMemberLine[] }) {
  return (
    <section aria-labelledby="members" className="mt-12">
      <h2 id="members" className="text-3xl">
        Accounts <span className="count">{members.length}</span>
      </h2>
      {members.length > mostShown && <p className="mt-2 text-muted">The first {mostShown} are shown.</p>}
      <Scroll label="Table of the accounts">
        <table className="mt-3 w-full text-left text-sm">
          <thead>
            <tr className="border-b border-line-strong">
              {["Account", "Registered", "In this ring", "Found by", "Same network", "Said"].map((head) => (
                <th key={head} scope="col" className="py-1.5 pr-4 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.slice(0, mostShown).map((member) => (
              <tr key={member.email} className="border-b border-line align-top">
                <th scope="row" className="min-w-52 py-1.5 pr-4 font-normal">
                  <bdi>{member.name}</bdi>
                  <br />
                  <span dir="auto" className="text-muted">
                    {member.email}
                  </span>
                </th>
                <td className="py-1.5 pr-4 font-mono text-xs whitespace-nowrap">{minuteOf(member.registeredAt)}</td>
                <td className="min-w-32 py-1.5 pr-4">{stateOf(member)}</td>
                <td className="min-w-40 py-1.5 pr-4">{member.rules.map((rule) => ringWords[rule].name).join("; ")}</td>
                <td className="py-1.5 pr-4">
                  {member.neighbours === 0 ? "none of them" : `${member.neighbours} of them`}
                </td>
                <td className="py-1.5 text-right font-mono">{member.said}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** What was decided, and what it came to: a new account that was cleared doesn't count yet. */
const stateOf = ({ state, standing }: RingMemberLine) =>
  state === standing ? memberStates[state] : `${memberStates[state]}; votes: ${standings[standing]}`;
