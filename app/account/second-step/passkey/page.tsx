import type { Metadata } from "next";
import { PasskeyPage } from "@/components/account/passkey-page";
import { getOffer, getSecondStep } from "@/lib/auth/second-step-mutations";
import { singleValues } from "@/lib/request/query";
import { safeReturn } from "@/lib/request/return-path";
import { requireViewer } from "@/lib/session/gate";
import { setUpPasskey, setUpPath } from "@/lib/session/rules";
import { getBrowser } from "@/lib/session/viewer";

export const metadata: Metadata = { title: "Add a passkey", robots: { index: false }, referrer: "same-origin" };

export default async function Page({ searchParams }: PageProps<"/account/second-step/passkey">) {
  const next = safeReturn(singleValues(await searchParams).next);
  const viewer = await requireViewer(setUpPath(setUpPasskey, next), { fresh: true });
  const step = await getSecondStep(viewer.personId);
  const codes = step ? null : (await getOffer(viewer)).codes;
  return <PasskeyPage codes={codes} name={(await getBrowser()).device} hasApp={Boolean(step?.appAt)} next={next} />;
}
