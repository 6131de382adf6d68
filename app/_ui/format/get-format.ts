import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { businessSettings } from "@/server/trpc/business";
import { pageContext } from "@/server/trpc/server";
import { makeFormats } from "./formats";

/** The settings of the business for the page being rendered, asked for once. */
export const getBusiness = cache(async () => businessSettings(await pageContext()));

/** `useFormat()` for server components: `const format = await getFormat()`. */
export const getFormat = cache(async () => makeFormats(await getLocale(), await getBusiness()));
