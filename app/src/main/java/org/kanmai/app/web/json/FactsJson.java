package org.kanmai.app.web.json;

import org.kanmai.facts.Binary;
import org.kanmai.facts.Code;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.DealId;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.Id;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ReviewId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShareId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.VoucherId;
import org.kanmai.facts.WorkId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Ids are strings, constants are kebab-case and bytes are base64 in the JSON of the API, as on the log. */
@Configuration(proxyBeanMethods = false)
class FactsJson {

    @Bean
    JacksonModule factsModule() {
        return new SimpleModule("facts")
                .addSerializer(Id.class, new IdSerializer())
                .addSerializer(Code.class, new CodeSerializer())
                .addSerializer(Binary.class, new BinarySerializer())
                .addSerializer(Money.class, new MoneySerializer())
                .addDeserializer(PersonId.class, new Parsed<>(PersonId::parse))
                .addDeserializer(WorkId.class, new Parsed<>(WorkId::parse))
                .addDeserializer(MediaId.class, new Parsed<>(MediaId::parse))
                .addDeserializer(CommentId.class, new Parsed<>(CommentId::parse))
                .addDeserializer(ReviewId.class, new Parsed<>(ReviewId::parse))
                .addDeserializer(ShopId.class, new Parsed<>(ShopId::parse))
                .addDeserializer(ProductId.class, new Parsed<>(ProductId::parse))
                .addDeserializer(SaleId.class, new Parsed<>(SaleId::parse))
                .addDeserializer(SkuId.class, new Parsed<>(SkuId::parse))
                .addDeserializer(OrderId.class, new Parsed<>(OrderId::parse))
                .addDeserializer(CouponId.class, new Parsed<>(CouponId::parse))
                .addDeserializer(RoomId.class, new Parsed<>(RoomId::parse))
                .addDeserializer(DealId.class, new Parsed<>(DealId::parse))
                .addDeserializer(GroupId.class, new Parsed<>(GroupId::parse))
                .addDeserializer(ShareId.class, new Parsed<>(ShareId::parse))
                .addDeserializer(VoucherId.class, new Parsed<>(VoucherId::parse))
                .addDeserializer(PaymentId.class, new Parsed<>(PaymentId::parse))
                .addDeserializer(Source.class, new Parsed<>(code -> Code.parse(Source.class, code)))
                .addDeserializer(SlotKind.class, new Parsed<>(code -> Code.parse(SlotKind.class, code)));
    }

    private static final class IdSerializer extends ValueSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator json, SerializationContext context) {
            json.writeString(Long.toString(id.value()));
        }
    }

    private static final class CodeSerializer extends ValueSerializer<Code> {
        @Override
        public void serialize(Code code, JsonGenerator json, SerializationContext context) {
            json.writeString(code.code());
        }
    }

    private static final class MoneySerializer extends ValueSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeNumberProperty("minor", money.minor());
            json.writeStringProperty("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }

    private static final class BinarySerializer extends ValueSerializer<Binary> {
        @Override
        public void serialize(Binary bytes, JsonGenerator json, SerializationContext context) {
            json.writeString(bytes.toString());
        }
    }

    private static final class Parsed<T> extends ValueDeserializer<T> {
        private final java.util.function.Function<String, T> parse;

        Parsed(java.util.function.Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            return parse.apply(json.getString());
        }
    }
}
