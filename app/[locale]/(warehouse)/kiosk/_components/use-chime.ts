"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** Two notes, a fourth apart, as a shop's door has. */
const NOTES = [
	{ hertz: 784, at: 0 },
	{ hertz: 1047, at: 0.18 },
];
const LOUDNESS = 0.3;
const SECONDS = 0.9;

/** A chime for a new kit. Browsers allow sound after the first touch only, so until then it is silent and says so. */
export function useChime(): { audible: boolean; play: () => void } {
	const audio = useRef<AudioContext | null>(null);
	const [audible, setAudible] = useState(false);

	useEffect(() => {
		const unlock = () => {
			audio.current ??= new AudioContext();
			void audio.current.resume().then(() => setAudible(true));
			window.removeEventListener("pointerdown", unlock);
			window.removeEventListener("keydown", unlock);
		};
		window.addEventListener("pointerdown", unlock);
		window.addEventListener("keydown", unlock);
		return () => {
			window.removeEventListener("pointerdown", unlock);
			window.removeEventListener("keydown", unlock);
			void audio.current?.close();
			audio.current = null;
		};
	}, []);

	const play = useCallback(() => {
		const context = audio.current;
		if (!context) return;
		// After hours of silence the system may have put the sound to sleep.
		void context.resume().then(() => {
			for (const { hertz, at } of NOTES) strike(context, hertz, context.currentTime + at);
		});
	}, []);
	return { audible, play };
}

function strike(context: AudioContext, hertz: number, at: number): void {
	const tone = context.createOscillator();
	const volume = context.createGain();
	tone.frequency.value = hertz;
	volume.gain.setValueAtTime(0, at);
	volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
	volume.gain.exponentialRampToValueAtTime(0.001, at + SECONDS);
	tone.connect(volume).connect(context.destination);
	tone.start(at);
	tone.stop(at + SECONDS);
}
