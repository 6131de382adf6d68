import "server-only";
import { cache } from "react";
import { businessSettings } from "@/server/trpc/business";
import { pageContext } from "@/server/trpc/server";

/** The settings of the business for the page being rendered, asked for once. */
export const getBusiness = cache(async () => businessSettings(await pageContext()));
