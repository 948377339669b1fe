package vn.congdoan.vks.local.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asking an address whether it is well.
public final class HttpCheck {
    private static final int LIMIT_MILLIS = 5_000;

    private HttpCheck() {}

    /// Whether a GET is answered with 200 within five seconds.
    public static boolean answersOk(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
