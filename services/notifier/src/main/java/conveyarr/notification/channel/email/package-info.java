/** E-mail by any SMTP server: RFC 5321, STARTTLS by RFC 3207. Each channel has a server of its own, which the named mailers of Quarkus cannot. */
package conveyarr.notification.channel.email;
