import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInPage } from "@/components/auth/sign-in-page";
import { getReferringPath } from "@/lib/request/origin";
import { singleValues } from "@/lib/request/query";
import { safeReturn } from "@/lib/request/return-path";
import { secondStepPath } from "@/lib/session/rules";
import { getHalfViewer, getViewer } from "@/lib/session/viewer";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/sign-in">) {
  const query = singleValues(await searchParams);
  const again = query.again === "1";
  const next = safeReturn(query.next) ?? (query.next === undefined ? await getReferringPath() : null);
  if (!again && (await getViewer())) redirect(next ?? "/account");
  if (!again && (await getHalfViewer())) redirect(secondStepPath(next ?? "/account"));
  return <SignInPage next={next} again={again} query={query} />;
}
