package org.plainline.staff;

import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Blocking code for streams: on a virtual thread of its own, away from the threads that serve everybody. */
public final class OffTheLoop {
    /** An executor without a way to interrupt: whoever closes a page must not tear down a connection in mid-query. */
    private static final Scheduler VIRTUAL = Schedulers.fromExecutor(
            task -> Thread.ofVirtual().name("off-the-loop").start(task));

    private OffTheLoop() {}

    /** @param code may return null for nothing */
    public static <T> Mono<T> call(Callable<? extends T> code) {
        return Mono.<T>fromCallable(code).subscribeOn(VIRTUAL);
    }
}
