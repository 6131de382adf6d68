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
		for (const up of [10, 100, 200]) await page.mouse.move(x, y - up, { steps: 4 });
		await page.mouse.up();
	},
});

const MOST_STOPS = 200;

/** With keys alone: whatever is to be pressed is reached by Tab, as by somebody who has no mouse. */
export function byKeyboard(page: Page): Hands {
	const reach = async (target: Locator) => {
		await expect(target).toBeVisible();
		const isThere = () => target.evaluate((element) => element === element.ownerDocument.activeElement);
		for (let stops = 0; stops < MOST_STOPS && !(await isThere()); stops++) await page.keyboard.press("Tab");
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
			await page.keyboard.press("ArrowUp");
			await page.keyboard.press("Space");
		},
	};
}
