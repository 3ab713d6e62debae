import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { getAccount } from "@/lib/auth/queries";
import { getMaintained } from "@/lib/maintainers/queries";
import { countUnseen, getDigest } from "@/lib/notices/queries";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { isFresh } from "@/lib/session/rules";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Account", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/account">) {
  const viewer = await requireViewer(routes.account);
  const [account, unseen, digest, maintains] = await Promise.all([
    getAccount(viewer),
    countUnseen(viewer.personId),
    getDigest(viewer.personId),
    getMaintained(viewer.personId),
  ]);
  return (
    <AccountPage
      account={account}
      fresh={isFresh(viewer.authenticatedAt)}
      unseen={unseen}
      digest={digest}
      maintains={maintains}
      query={singleValues(await searchParams)}
    />
  );
}
