package app.regard.export.page;

import app.regard.Outside;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, told by its DevTools protocol to open a page, to point, press and tell what it shows. */
public final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final BlockingQueue<String> opened = new LinkedBlockingQueue<>();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private String session = "";
    private int last;

    public Chromium() throws Exception {
        profile = Files.createTempDirectory("chromium");
        List<String> command = new ArrayList<>(List.of(Outside.browser().toString()));
        command.addAll(
                List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"));
        command.addAll(List.of("--no-first-run", "--disable-extensions", "--disable-background-networking"));
        command.addAll(List.of("--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("output.txt").toFile())
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address()), new Listener())
                .get(PATIENCE, TimeUnit.SECONDS);
        String target = send("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        session = send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", Map.of());
        }
    }

    /** Chromium writes where it listens into its profile. */
    private String address() throws Exception {
        Path port = profile.resolve("DevToolsActivePort");
        for (int tenth = 0; tenth < PATIENCE * 10; tenth++) {
            List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
            if (lines.size() > 1) {
                return "ws://127.0.0.1:" + lines.get(0) + lines.get(1);
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Chromium did not start: " + Files.readString(profile.resolve("output.txt")));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
            text.append(part);
            if (end) {
                heard(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void heard(String message) {
        try {
            JsonNode said = JSON.readTree(message);
            if (said.has("id")) {
                asked.getOrDefault(said.get("id").asInt(), new CompletableFuture<>())
                        .complete(said);
                return;
            }
            JsonNode what = said.path("params");
            switch (said.path("method").asText()) {
                case "Page.loadEventFired" -> opened.add("loaded");
                case "Network.requestWillBeSent" ->
                    requests.add(what.at("/request/url").asText());
                case "Runtime.exceptionThrown" ->
                    complaints.add(what.get("exceptionDetails").toString());
                case "Runtime.consoleAPICalled" -> complaints.add(what.toString());
                case "Log.entryAdded" -> complaints.add(what.get("entry").toString());
                default -> {}
            }
        } catch (IOException e) {
            complaints.add(message);
        }
    }

    private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        ObjectNode message = JSON.createObjectNode();
        message.put("id", ++last).put("method", method).set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(last, answer);
        socket.sendText(message.toString(), true).get(PATIENCE, TimeUnit.SECONDS);
        JsonNode said = answer.get(PATIENCE, TimeUnit.SECONDS);
        if (said.has("error")) {
            throw new AssertionError(method + ": " + said.get("error"));
        }
        return said.get("result");
    }

    /** Opens a file in a window of a size; waits until it is there. */
    public void open(Path file, int width, int height, boolean phone) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
        send("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
        requests.clear();
        complaints.clear();
        opened.clear();
        send("Page.navigate", Map.of("url", file.toUri().toString()));
        if (opened.poll(PATIENCE, TimeUnit.SECONDS) == null) {
            throw new AssertionError("the page did not load");
        }
    }

    /** Which theme the machine prefers. */
    public void prefers(String scheme) throws Exception {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        send("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    /** Whether pages may run scripts. */
    public void scripts(boolean run) throws Exception {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** What an expression is, as text. */
    public String value(String expression) throws Exception {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        return result.at("/result/value").asText();
    }

    /** The text that is seen of the first element that a selector finds. */
    public String text(String selector) throws Exception {
        return value("document.querySelector(" + JSON.writeValueAsString(selector) + ").innerText");
    }

    /** Presses a key, named as in KeyboardEvent.key. */
    public void press(String key) throws Exception {
        send("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key));
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    public void hover(String selector) throws Exception {
        double[] at = middle(selector);
        mouse("mouseMoved", at, 0);
    }

    public void leave() throws Exception {
        mouse("mouseMoved", new double[] {1, 1}, 0);
    }

    public void click(String selector) throws Exception {
        double[] at = middle(selector);
        mouse("mouseMoved", at, 0);
        mouse("mousePressed", at, 1);
        mouse("mouseReleased", at, 1);
    }

    public void tap(String selector) throws Exception {
        double[] at = middle(selector);
        Map<String, Double> point = Map.of("x", at[0], "y", at[1]);
        send("Input.dispatchTouchEvent", Map.of("type", "touchStart", "touchPoints", List.of(point)));
        send("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
        value("new Promise(r => setTimeout(r, 50))"); // the click follows the touch
    }

    private void mouse(String type, double[] at, int clicks) throws Exception {
        send(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "x",
                        at[0],
                        "y",
                        at[1],
                        "button",
                        clicks > 0 ? "left" : "none",
                        "clickCount",
                        clicks,
                        "pointerType",
                        "mouse"));
    }

    /** The middle of the first of those elements that is drawn, brought into sight. */
    private double[] middle(String selector) throws Exception {
        String found = value(
                "(() => { const e = Array.from(document.querySelectorAll("
                        + JSON.writeValueAsString(selector)
                        + ")).find(e => e.getClientRects().length); if (!e) return ''; e.scrollIntoView({block: 'center', inline: 'center'});"
                        + " const b = e.getBoundingClientRect(); return (b.x + b.width / 2) + ' ' + (b.y + b.height / 2); })()");
        if (found.isEmpty()) {
            throw new AssertionError("nothing is drawn of " + selector);
        }
        String[] numbers = found.split(" ", 2);
        return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    }

    /** A picture of what is seen. */
    public void shoot(Path to) throws Exception {
        Files.write(
                to,
                Base64.getDecoder()
                        .decode(send("Page.captureScreenshot", Map.of("format", "png"))
                                .get("data")
                                .asText()));
    }

    /** Every address asked for since the page was opened. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Errors, warnings and everything else on the console since the page was opened. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
