package vn.congdoan.vks.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.TimeUnit;

/// Reads one answer as a whole, within a time and a size.
final class PartReading {

    private final PartRequest part;
    private final Promise<PartAnswer> outcome = Promise.promise();

    private PartReading(PartRequest part) {
        this.part = part;
    }

    static Future<PartAnswer> of(Service service, PartRequest part) {
        var reading = new PartReading(part);
        service.open(HttpMethod.GET, part.uri()).onSuccess(reading::ask).onFailure(reading.outcome::tryFail);
        Future<PartAnswer> inTime =
                reading.outcome.future().timeout(part.limit().toMillis(), TimeUnit.MILLISECONDS);
        // So that whatever still goes on for an answer that nobody waits for is given up.
        return inTime.onFailure(reading.outcome::tryFail);
    }

    private void ask(HttpClientRequest request) {
        if (outcome.future().isComplete()) {
            request.reset();
            return;
        }
        request.exceptionHandler(outcome::tryFail);
        // Whether it came to an end or not: a connection with an unread answer is of no use.
        outcome.future().onFailure(_ -> request.reset());
        request.idleTimeout(part.limit().toMillis());
        part.headers().forEach(request.headers()::set);
        request.send().onSuccess(answer -> collect(request, answer)).onFailure(outcome::tryFail);
    }

    private void collect(HttpClientRequest request, HttpClientResponse answer) {
        var body = Buffer.buffer();
        answer.exceptionHandler(outcome::tryFail);
        answer.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() > part.maxSize()) {
                outcome.tryFail("The answer is larger than " + part.maxSize() + " bytes");
                request.reset();
            }
        });
        answer.endHandler(_ -> outcome.tryComplete(new PartAnswer(answer.statusCode(), answer.headers(), body)));
    }
}
