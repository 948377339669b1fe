package vn.congdoan.vks.local.realm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The realm that a local system imports: the one of every installation, `congdoan-realm.json`, with the people and
/// programs of the demo added to it. A production system imports the first file alone, so that nothing whose secret is
/// public ever reaches it.
public final class DemoRealm {
    /// The name under which Keycloak looks for it.
    public static final String FILE = "congdoan-realm.json";

    private static final String DEMO_FILE = "congdoan-demo.json";

    private DemoRealm() {}

    /// The file to import.
    public static byte[] toImport() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode realm = read(json, FILE);
        ObjectNode demo = read(json, DEMO_FILE);
        for (String list : new String[] {"clients", "users"}) {
            ArrayNode all = realm.withArrayProperty(list);
            demo.withArrayProperty(list).forEach(all::add);
        }
        return json.writeValueAsBytes(realm);
    }

    /// What the realm's file takes from Keycloak's environment. Where a value is left out, the file's own is the one
    /// for production; a demo is reached without TLS, and by `./dev token` with a password.
    public static Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "VKS_SSL_REQUIRED", "none",
                "VKS_BRUTE_FORCE_PROTECTED", "false",
                "VKS_PASSWORD_POLICY", "hashAlgorithm(pbkdf2-sha512) and hashIterations(10000)",
                "VKS_PASSWORD_GRANT", "true",
                "VKS_CONSOLE_REDIRECT", "http://localhost:*",
                "VKS_DOCS_REDIRECT", "http://127.0.0.1:*",
                "VKS_CONSOLE_ORIGIN", "*"));
        for (DemoClients service : DemoClients.SERVICES) {
            variables.put(secretVariable(service), service.secret());
        }
        return variables;
    }

    static String secretVariable(DemoClients service) {
        return "VKS_" + service.clientId().replace("-service", "").toUpperCase(Locale.ROOT) + "_CLIENT_SECRET";
    }

    private static ObjectNode read(ObjectMapper json, String file) throws IOException {
        try (InputStream in = DemoRealm.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file + " is not on the class path");
            }
            return (ObjectNode) json.readTree(in);
        }
    }
}
