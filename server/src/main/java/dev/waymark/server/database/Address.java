package dev.waymark.server.database;

import dev.waymark.server.settings.ConfigurationFault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Where a PostgreSQL is and who we are there. */
record Address(String url, String username, String password) {

  /** Only looks at the form; whether something is there shows on the first connection. */
  static Address of(DatabaseSettings settings) {
    Address address = new Address(settings.url(), settings.username(), settings.password());
    try {
      DriverManager.getDriver(address.url());
    } catch (SQLException e) {
      throw new ConfigurationFault(
          "waymark.database.url is \"%s\": write it as jdbc:postgresql://HOST:PORT/DATABASE."
              .formatted(address),
          e);
    }
    return address;
  }

  /** A first one, which may be slow where everything starts at once. */
  Connection connectFirst() throws SQLException {
    return connect(Map.of("loginTimeout", "30"));
  }

  /** A connection that gives up when the server is silent for so long, at its start and later. */
  Connection connect(Duration patience) throws SQLException {
    String seconds = String.valueOf(Math.max(1, patience.toSeconds()));
    return connect(
        Map.of(
            "connectTimeout", seconds,
            "loginTimeout", seconds,
            "socketTimeout", seconds,
            "logServerErrorDetail", "false"));
  }

  private Connection connect(Map<String, String> more) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(properties());
    properties.putAll(more);
    return DriverManager.getConnection(url, properties);
  }

  /** For the driver. What is empty is left out: the address itself can name user and password. */
  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("ApplicationName", "waymark");
    properties.put("connectTimeout", "5");
    properties.put("loginTimeout", "5");
    properties.put("tcpKeepAlive", "true");
    if (!username.isEmpty()) {
      properties.put("user", username);
    }
    if (!password.isEmpty()) {
      properties.put("password", password);
    }
    return properties;
  }

  /** Says nothing secret, so that it can be shown: an address can carry a password too. */
  @Override
  public String toString() {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
  }
}
