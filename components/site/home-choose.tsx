import { questions } from "@/lib/decide/questions";
import { routes } from "@/lib/site/routes";

const work = questions.find(({ id }) => id === "goal");

/** The first step of the questions, on the home page: a plain form that leads to them with two answered. */
export function HomeChoose({ languages }: { languages: readonly string[] }) {
  return (
    <form action={routes.questions} className="mt-6 max-w-xl border border-line-strong bg-panel p-4 sm:p-5">
      <div className="grid grid-cols-2 gap-3">
        <label className="block text-sm font-medium" htmlFor="home-language">
          I write
          <select id="home-language" name="knows" className="field mt-1 min-h-11 w-full font-normal">
            <option value="">any language</option>
            {languages.map((language) => (
              <option key={language}>{language}</option>
            ))}
          </select>
        </label>
        <label className="block text-sm font-medium" htmlFor="home-work">
          I am building
          <select id="home-work" name="a" className="field mt-1 min-h-11 w-full text-ellipsis font-normal">
            <option value="">anything</option>
            {work?.choices.map(({ id, text }) => (
              <option key={id} value={`${work.id}.${id}`}>
                {text}
              </option>
            ))}
          </select>
        </label>
      </div>
      <button type="submit" className="button button-strong mt-3 min-h-12 w-full justify-center text-lg">
        Help me choose
      </button>
    </form>
  );
}
