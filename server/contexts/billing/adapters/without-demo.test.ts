import { expect, it, vi } from "vitest";
import { cardKindOffered, cardService } from "./card-services";
import { goldHatSettings } from "./gold-hat";

vi.hoisted(() => {
	Object.assign(process.env, {
		...{ DEMO: "off", APP_URL: "http://localhost:3000" },
		...{
			CARD_SANDBOX_URL: "http://localhost:3000/api/sandbox/card",
			GOLD_HAT_URL: "http://localhost:3000/api/sandbox/gold-hat",
		},
		CARD_SANDBOX_SECRET: "a card service's secret, known to everybody",
		GOLD_HAT_SECRET: "a third secret, known to everybody",
	});
});

it("without demo mode no card is charged, and nobody is paid, by a sandbox that would not answer", () => {
	expect(cardKindOffered()).toBeNull();
	expect(cardService("sandbox-card")).toBeNull();
	expect(goldHatSettings()).toBeNull();
});
