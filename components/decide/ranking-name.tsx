import { memo } from "react";
import type { DecideOption } from "@/lib/decide/option";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";

/** What no slider changes is left alone while one moves: a ranking of sixty must follow within a frame. */
export const RankingName = memo(function RankingName({ option, unsure }: { option: DecideOption; unsure: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Logo icon={option.icon} name={option.name} size={18} />
      <a href={routes.framework(option.slug)} className="min-w-0 hover:text-accent [overflow-wrap:anywhere]">
        {option.name}
      </a>
      {unsure && (
        <span className="chip shrink-0" title={`Not known: ${unsure}`}>
          ?<span className="sr-only">{` not known: ${unsure}`}</span>
        </span>
      )}
    </span>
  );
});
