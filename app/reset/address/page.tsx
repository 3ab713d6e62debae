import type { Metadata } from "next";
import { AuthPage } from "@/components/auth/auth-page";
import { DeadLink } from "@/components/auth/dead-link";
import { ActionForm } from "@/components/auth/form";
import { undoEmailAction } from "@/lib/auth/actions";
import { peekLink } from "@/lib/auth/links";
import { singles } from "@/lib/request/query";

export const metadata: Metadata = {
  title: "Take your account back",
  robots: { index: false },
  referrer: "same-origin",
};

/** Who lost their address has no session any more: the link alone opens this, and does nothing before the button. */
export default async function Page({ searchParams }: PageProps<"/reset/address">) {
  const { token = "" } = singles(await searchParams);
  const link = await peekLink(token, "undo-email");
  if (!link) return <DeadLink way="/reset" text="Ask for another link" />;
  return (
    <AuthPage
      title="Take your account back"
      lead={
        <p>
          The account that {link.email} had until some days ago gets this address again. Everybody is signed out of it,
          and its password and connected providers are removed, since whoever changed it may have set them.
        </p>
      }
    >
      <ActionForm action={undoEmailAction} fields={{ token }} submit="Take it back" />
    </AuthPage>
  );
}
