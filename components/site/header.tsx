import { routes } from "@/lib/site/routes";
import { HeaderSearch } from "../search/header-search";
import { ShortlistLink } from "../shortlist/shortlist-link";
import { everyPage, SentOnce } from "../ui/sent-once";
import { AccountMenu } from "./account-menu";
import { Mark } from "./mark";
import { ThemeButton } from "./theme-button";

const pages = [
  { href: routes.frameworks, name: "Frameworks" },
  { href: routes.compare, name: "Compare" },
  { href: routes.decide, name: "Decide" },
  { href: routes.sources, name: "Sources" },
  { href: routes.method, name: "Method" },
];

export function Header() {
  return (
    <header className="no-print border-b border-line bg-paper">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 sm:gap-x-6 sm:px-8">
        <SentOnce page={everyPage} name="header" className="contents">
          <a href={routes.home} className="flex items-center gap-2 py-1">
            <Mark />
            <span className="font-serif text-2xl leading-none">Framewise</span>
          </a>
          <nav aria-label="Main" className="order-last -mx-2 flex w-full overflow-x-auto lg:order-none lg:w-auto">
            {pages.map(({ href, name }) => (
              <a
                key={href}
                href={href}
                className="px-1.5 py-2 text-[0.875rem] hover:text-accent sm:px-2 sm:text-[0.9375rem]"
              >
                {name}
              </a>
            ))}
          </nav>
        </SentOnce>
        <div className="ml-auto flex items-center gap-1.5 max-sm:[&_.button]:px-2 sm:gap-2">
          <HeaderSearch />
          <ShortlistLink />
          <AccountMenu />
          <ThemeButton />
        </div>
      </div>
    </header>
  );
}
