import { getLocale } from "next-intl/server";
import type { ComponentProps } from "react";
import { localePath } from "../_i18n/routing";

type PlainLinkProps = Omit<ComponentProps<"a">, "href"> & { /** Without the language: `/sign-in`. */ href: string };

/** A link for public pages: it keeps the language and needs no script. Within a surface take `Link`. */
export async function PlainLink({ href, ...rest }: PlainLinkProps) {
	return <a href={localePath(await getLocale(), href)} {...rest} />;
}
