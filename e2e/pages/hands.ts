import type { Locator, Page } from "@playwright/test";
import { expect } from "../_support/test";

/** How a person works a page. */
export type Hands = {
	press(target: Locator): Promise<void>;
	type(target: Locator, text: string): Promise<void>;
	/** One of a list, by its place in it. */
	pick(target: Locator, place: number): Promise<void>;
	/** Puts what has this handle one place up. */
	lift(handle: Locator): Promise<void>;
};

/** With a mouse, which drags. */
export const byMouse = (page: Page): Hands => ({
	press: (target) => target.click(),
	type: (target, text) => target.fill(text),
	pick: async (target, place) => void (await target.selectOption({ index: place })),
	lift: async (handle) => {
		await handle.scrollIntoViewIfNeeded();
		const box = await handle.boundingBox();
		if (!box) throw new Error("there is nothing to drag");
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x, y - 10, { steps: 4 });
		await movedBy(page, handle, () => page.mouse.move(x, y - 200, { steps: 8 }));
		await page.mouse.up();
	},
});

/** Moves what has been lifted, and waits until it is told where it hangs now: nobody lets go sooner. */
async function movedBy(page: Page, handle: Locator, move: () => Promise<void>): Promise<void> {
	await expect(handle).toHaveAttribute("aria-pressed", "true");
	const told = page.locator("[id^=DndLiveRegion]");
	await expect(told).not.toBeEmpty();
	const before = (await told.textContent()) ?? "";
	await move();
	await expect(told).not.toHaveText(before);
}

const MOST_STOPS = 200;

/** Runs in the page. */
function standsBeforeFocus(target: Element): boolean {
	const { activeElement, body } = target.ownerDocument;
	if (!activeElement || activeElement === body) return false;
	return (target.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** With keys alone: whatever is to be pressed is reached by Tab, as by somebody who has no mouse. */
export function byKeyboard(page: Page): Hands {
	const reach = async (target: Locator) => {
		await expect(target).toBeVisible();
		const isThere = () => target.evaluate((element) => element === element.ownerDocument.activeElement);
		const way = (await target.evaluate(standsBeforeFocus)) ? "Shift+Tab" : "Tab";
		for (let stops = 0; stops < MOST_STOPS && !(await isThere()); stops++) await page.keyboard.press(way);
		await expect(target).toBeFocused();
	};
	return {
		press: async (target) => {
			await reach(target);
			await page.keyboard.press("Enter");
		},
		type: async (target, text) => {
			await reach(target);
			await page.keyboard.press("ControlOrMeta+a");
			await page.keyboard.type(text);
		},
		pick: async (target, place) => {
			await reach(target);
			await page.keyboard.press("Home");
			for (let step = 0; step < place; step++) await page.keyboard.press("ArrowDown");
		},
		lift: async (handle) => {
			await reach(handle);
			await page.keyboard.press("Space");
			await movedBy(page, handle, () => page.keyboard.press("ArrowUp"));
			await page.keyboard.press("Space");
		},
	};
}
