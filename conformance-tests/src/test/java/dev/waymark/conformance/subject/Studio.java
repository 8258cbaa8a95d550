package dev.waymark.conformance.subject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.Provider;
import dev.waymark.server.providers.ProviderException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/**
 * A provider in the tests' hands: it works on the prompts of {@link #hold} until they are released,
 * fails every time on {@code break …}, fails in a way that no provider should on {@code crash …},
 * and makes a small picture of anything else at once.
 */
public final class Studio implements Provider {
  /** What is made of every prompt. */
  public static final int SIDE = 48;

  private static final byte[] PICTURE = picture();

  private final Map<String, CountDownLatch> begun = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "studio";
  }

  @Override
  public boolean costs() {
    return false;
  }

  @Override
  public Optional<String> objection(JsonNode parameters, JsonNode settings) {
    return Optional.empty();
  }

  @Override
  public Media generate(Assignment assignment) throws ProviderException, InterruptedException {
    String prompt = assignment.prompt();
    begun.computeIfAbsent(prompt, _ -> new CountDownLatch(1)).countDown();
    CountDownLatch gate = gates.get(prompt);
    if (gate != null) {
      gate.await();
    }
    if (prompt.startsWith("break ")) {
      throw new ProviderException("broken as the prompt says");
    }
    if (prompt.startsWith("crash ")) {
      throw new IllegalStateException("crashed as the prompt says");
    }
    return new Media(PICTURE.clone(), "image/png");
  }

  /** A prompt that will be worked on until it is released, or until the test ends. */
  public String hold() {
    String prompt = "hold " + UUID.randomUUID();
    gates.put(prompt, new CountDownLatch(1));
    return prompt;
  }

  /** Returns as soon as the work on this prompt has begun. */
  public void awaitBegin(String prompt) {
    try {
      CountDownLatch latch = begun.computeIfAbsent(prompt, _ -> new CountDownLatch(1));
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("No worker has begun: " + prompt);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void release(String prompt) {
    CountDownLatch gate = gates.remove(prompt);
    if (gate != null) {
      gate.countDown();
    }
  }

  public void releaseAll() {
    gates.keySet().forEach(this::release);
  }

  private static byte[] picture() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
      image.setRGB(pixel % SIDE, pixel / SIDE, random.nextInt(0x1000000));
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
