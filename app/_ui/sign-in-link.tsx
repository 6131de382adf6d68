"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { buttonLook } from "./button-look";

/** Leads to the sign-in page, and from there back to where one is. */
export function SignInLink({ href, children }: { href: string; children: ReactNode }) {
	const to = encodeURIComponent(usePathname());
	return (
		<a href={`${href}?to=${to}`} className={buttonLook({ look: "primary" })}>
			{children}
		</a>
	);
}
