import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { DemoBanner } from "@/components/site/demo-banner";
import { FocusKeeper } from "@/components/site/focus-keeper";
import { display, mono, sans, sansExtended } from "@/components/site/fonts";
import { Footer } from "@/components/site/footer";
import { Header } from "@/components/site/header";
import { themeScript } from "@/components/site/theme-script";
import { Toasts } from "@/components/site/toasts";
import { shareImage, siteClaim, siteName, siteUrl } from "@/lib/site/identity";
import "./globals.css";

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(siteUrl()),
    title: { default: `${siteName}: ${siteClaim.toLowerCase()}`, template: `%s · ${siteName}` },
    description:
      "Backend frameworks side by side: pros and cons with their sources and age, support dates, benchmarks, and a verdict on what is still true.",
    openGraph: { siteName, type: "website", images: [shareImage("/card.png")] },
    twitter: { card: "summary_large_image" },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#111316" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang="en"
      data-scroll-behavior="smooth"
      className={`${sans.variable} ${sansExtended.variable} ${mono.variable} ${display.variable}`}
      suppressHydrationWarning
    >
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:left-2 focus:top-2 focus:z-50 focus:bg-panel focus:px-3 focus:py-2"
        >
          Skip to content
        </a>
        <DemoBanner />
        <Header />
        <main id="main" tabIndex={-1} className="mx-auto max-w-[90rem] px-4 outline-none sm:px-8">
          {children}
        </main>
        <Footer />
        <Toasts />
        <FocusKeeper />
      </body>
    </html>
  );
}
