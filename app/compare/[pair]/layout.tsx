import { UnknownPair } from "@/components/compare/unknown-pair";

/** Stands before the page's own "not found", which can't know what was asked for: it keeps those that there are. */
export default async function Layout({ children, params }: LayoutProps<"/compare/[pair]">) {
  return (
    <>
      <UnknownPair pair={(await params).pair} />
      {children}
    </>
  );
}
