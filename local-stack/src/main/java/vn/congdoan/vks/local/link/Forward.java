package vn.congdoan.vks.local.link;

/// Whoever connects to the port is connected to the target; both are on the loopback address.
public record Forward(int port, int target) {
    private static final String TO = ":";

    String asArgument() {
        return port + TO + target;
    }

    static Forward fromArgument(String text) {
        String[] ports = text.split(TO, -1);
        return new Forward(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
    }
}
