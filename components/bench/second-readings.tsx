import { Scroll } from "@/components/ui/scroll";
import { Section } from "@/components/ui/section";
import { TableHead } from "@/components/ui/table-head";
import { answerNames, checks } from "@/lib/bench/checks";
import { agreedIn, type SecondReading, secondReadings } from "@/lib/validity/second-readings";

/** Whether two readers answer the checks alike: what was drawn, how often they did, and what became of the rest. */
export function SecondReadings({ nameOf }: { nameOf: (slug: string) => string }) {
  return (
    <Section
      id="second-reading"
      title="Second reading"
      lead="Answers to checks, drawn by a printed seed and read again from the sources with the first answers closed. Where the readings differed, the source decided, and unclear rules were reworded."
    >
      {secondReadings.map((reading) => (
        <Reading key={reading.seed} reading={reading} nameOf={nameOf} />
      ))}
    </Section>
  );
}

function Reading({ reading, nameOf }: { reading: SecondReading; nameOf: (slug: string) => string }) {
  const words = `Seed ${reading.seed}, ${reading.date}: ${agreedIn(reading)} of ${reading.cells} answers agree.`;
  return (
    <>
      <p className="mt-4">
        {words}{" "}
        <span className="text-muted">
          {reading.seenBefore} were in rows that the reader had gone through shortly before.
        </span>
      </p>
      <Scroll label={words} className="mt-2">
        <table className="w-full max-w-3xl text-sm">
          <caption className="sr-only">{words}</caption>
          <TableHead names={["Answer", "First", "Second", "Now"]} figures={[]} />
          <tbody>
            {reading.differences.map(({ cell, first, second, right, why }) => {
              const [slug = "", check = ""] = cell.split(" ");
              return (
                <tr key={cell} className="border-t border-line align-baseline">
                  <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                    {nameOf(slug)}: {checks.find(({ id }) => id === check)?.name}
                    <span className="block text-muted">{why}</span>
                  </th>
                  <td className="py-1.5 pr-4">{answerNames[first]}</td>
                  <td className="py-1.5 pr-4">{answerNames[second]}</td>
                  <td className="py-1.5 pr-4">{answerNames[right]}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
