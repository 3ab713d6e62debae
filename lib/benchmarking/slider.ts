import { chromium } from "@playwright/test";

export interface SliderTimes {
  /** Milliseconds from moving a slider until the ranking is computed, in the page and laid out. */
  answer: number[];
  /** Milliseconds until the page's own thread has painted it as well and handed the picture on. */
  painted: number[];
  /** Milliseconds until the next picture after it, as the browser counts frames. */
  frame: number[];
  /** Requests that the page made meanwhile. */
  requests: number;
  /** Frameworks that are ranked, and sliders. */
  ranked: number;
  sliders: number;
}

/** Moves every slider of a decision in turn, with the processor slowed down `throttling` times. */
export async function sliderTimes(
  address: string,
  executablePath: string,
  { moves, throttling }: { moves: number; throttling: number },
): Promise<SliderTimes> {
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${address}/decide`, { waitUntil: "networkidle" });
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: throttling });
    let requests = 0;
    page.on("request", () => {
      requests += 1;
    });
    const times = await page.evaluate(async (count) => {
      const sliders = [...document.querySelectorAll<HTMLInputElement>("input[type=range]")];
      const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      const answer: number[] = [];
      const painted: number[] = [];
      const { port1, port2 } = new MessageChannel();
      const frame: number[] = [];
      for (let move = 0; move < count; move += 1) {
        const slider = sliders[move % sliders.length];
        if (!slider || !own) break;
        // Begins with a frame, as a hand on the slider would.
        await new Promise(requestAnimationFrame);
        const started = performance.now();
        // As the browser does: past the setter that React puts on its inputs to know what it wrote itself.
        own.set?.call(slider, String((Number(slider.value) + 37) % 101));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await Promise.resolve();
        document.body.getBoundingClientRect();
        answer.push(performance.now() - started);
        // Sent while a frame is made, a message arrives when its picture is finished.
        await new Promise((resolve) => {
          port1.addEventListener("message", resolve, { once: true });
          port1.start();
          port2.postMessage(null);
        });
        painted.push(performance.now() - started);
        await new Promise(requestAnimationFrame);
        frame.push(performance.now() - started);
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
      return {
        answer,
        painted,
        frame,
        sliders: sliders.length,
        ranked: document.querySelectorAll("[data-option]").length,
      };
    }, moves);
    return { ...times, requests };
  } finally {
    await browser.close();
  }
}
