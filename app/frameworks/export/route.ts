import type { NextRequest } from "next/server";
import { type ExportFormat, exportFormats, exportRows, exportTypes } from "@/lib/frameworks/export";
import { getCatalogue } from "@/lib/frameworks/queries";
import { buildSearch } from "@/lib/frameworks/search";
import { parseCatalogueView } from "@/lib/frameworks/search-params";
import { selectRows } from "@/lib/frameworks/view";
import { siteUrl } from "@/lib/site/identity";
import { withMark } from "@/lib/text/csv";
import { today } from "@/lib/text/dates";

/** The catalogue's rows, filtered as the query says, as a file. */
export async function GET(request: NextRequest) {
  const params = request.nextUrl.searchParams;
  const format = params.get("format") ?? "json";
  if (!(exportFormats as readonly string[]).includes(format))
    return new Response(`There is no format of that name. There are: ${exportFormats.join(", ")}.\n`, { status: 400 });
  const rows = await getCatalogue();
  const view = parseCatalogueView(params);
  const selected = selectRows(rows, view, view.q ? buildSearch(rows) : null);
  const day = today();
  const file = exportRows(selected, format as ExportFormat, day, siteUrl());
  return new Response(format === "csv" && params.get("bom") === "1" ? withMark(file) : file, {
    headers: {
      "Content-Type": exportTypes[format as ExportFormat],
      "Content-Disposition": `attachment; filename="framewise-${day}.${format}"`,
      "X-Robots-Tag": "noindex",
    },
  });
}
