import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Links and moves that keep the language: pages use these, never `next/link`. */
export const { Link: LocaleLink, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);
