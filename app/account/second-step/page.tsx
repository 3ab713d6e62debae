import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SecondStepPage } from "@/components/account/second-step-page";
import { getOffer, getSecondStep } from "@/lib/auth/second-step-mutations";
import { singleValues } from "@/lib/request/query";
import { safeReturn } from "@/lib/request/return-path";
import { requireViewer } from "@/lib/session/gate";
import { demandedStepPath, setUpPath, setUpSecondStep } from "@/lib/session/rules";

export const metadata: Metadata = { title: "Sign in in two steps", robots: { index: false }, referrer: "same-origin" };

export default async function Page({ searchParams }: PageProps<"/account/second-step">) {
  const query = singleValues(await searchParams);
  const next = safeReturn(query.next);
  const needed = query.needed === "1";
  const here = needed ? demandedStepPath(next) : setUpPath(setUpSecondStep, next);
  const viewer = await requireViewer(here, { fresh: true });
  const step = await getSecondStep(viewer.personId);
  if (step?.appAt) redirect("/account#methods");
  return <SecondStepPage offer={await getOffer(viewer)} first={!step} needed={needed} next={next} />;
}
