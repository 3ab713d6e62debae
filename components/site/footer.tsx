import { routes } from "@/lib/site/routes";
import { everyPage, SentOnce } from "../ui/sent-once";

export function Footer() {
  return (
    <footer className="no-print mt-20 border-t border-line">
      <SentOnce page={everyPage} name="footer">
        <div className="mx-auto grid max-w-[90rem] gap-6 px-4 py-8 text-sm text-muted sm:grid-cols-[1fr_auto] sm:px-8">
          <p className="max-w-prose">
            Every statement here names its source and its year. Unknown is shown as unknown. Numbers are computed by{" "}
            <a href={routes.method} className="link">
              printed rules
            </a>
            .
          </p>
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            <li>
              <a href={routes.licences} className="link">
                Data licences
              </a>
            </li>
            <li>
              <a href={routes.validity} className="link">
                Are the scores right?
              </a>
            </li>
            <li>
              <a href={routes.learn} className="link">
                How to choose
              </a>
            </li>
            <li>
              <a href={routes.integrity} className="link">
                Integrity
              </a>
            </li>
            <li>
              <a href={routes.developers} className="link">
                Developers
              </a>
            </li>
            <li>
              <a href="/frameworks/export?format=json" className="link">
                All data as JSON
              </a>
            </li>
          </ul>
        </div>
      </SentOnce>
    </footer>
  );
}
