"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { cn } from "../cn";

type LiveGlowProps = {
	/** What to watch, such as a state or a version. */ watch: string | number;
	children: ReactNode;
	className?: string;
};

/** Glows softly once each time the watched value changes, so that the eye finds what moved by itself. */
export function LiveGlow({ watch, children, className }: LiveGlowProps) {
	const seen = useRef(watch);
	const [times, setTimes] = useState(0);
	useEffect(() => {
		if (seen.current === watch) return;
		seen.current = watch;
		setTimes((count) => count + 1);
	}, [watch]);
	return (
		<div data-live className={cn("relative isolate rounded-md", className)}>
			{times > 0 && (
				<span
					key={times}
					aria-hidden
					className="pointer-events-none absolute inset-0 -z-10 animate-glow rounded-[inherit]"
				/>
			)}
			{children}
		</div>
	);
}
