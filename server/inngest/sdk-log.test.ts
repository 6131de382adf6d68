import { RetryAfterError } from "inngest";
import { afterEach, describe, expect, test, vi } from "vitest";
import { NotYet } from "@/server/kernel/errors";
import { log } from "@/server/platform/log";
import { sdkLog } from "./sdk-log";

afterEach(() => vi.restoreAllMocks());

describe("what the SDK logs", () => {
	test("of a step that throws is an error, with its fields", () => {
		const error = vi.spyOn(log, "error").mockImplementation(() => {});
		const fields = { runID: "r", err: new Error("boom") };
		sdkLog.error(fields, "step error");
		expect(error).toHaveBeenCalledWith(fields, "step error");
	});

	test("of a fact that is early is not worth more than a look", () => {
		const error = vi.spyOn(log, "error").mockImplementation(() => {});
		const debug = vi.spyOn(log, "debug").mockImplementation(() => {});
		const fields = { err: new RetryAfterError("not yet", "2s", { cause: new NotYet("the kit") }) };
		sdkLog.error(fields, "step error");
		expect(error).not.toHaveBeenCalled();
		expect(debug).toHaveBeenCalledWith(fields, "step error");
	});

	test("in words alone is logged so", () => {
		const info = vi.spyOn(log, "info").mockImplementation(() => {});
		sdkLog.info("some", "words");
		expect(info).toHaveBeenCalledWith("some words");
	});
});
