import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { requireViewer } from "@/lib/auth/gate";
import { getAccount } from "@/lib/auth/queries";
import { isFresh } from "@/lib/auth/rules";
import { singles } from "@/lib/query";
import { routes } from "@/lib/site";

export const metadata: Metadata = { title: "Account", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/account">) {
  const viewer = await requireViewer(routes.account);
  const account = await getAccount(viewer);
  return <AccountPage account={account} fresh={isFresh(viewer.authenticatedAt)} query={singles(await searchParams)} />;
}
