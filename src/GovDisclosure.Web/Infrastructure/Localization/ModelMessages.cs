using System.ComponentModel.DataAnnotations;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>
/// What the framework says when a value does not fit, in the reader's language. An annotation without a message of its own gets
/// the portal's; one with a message names a key in SharedText.
/// </summary>
public sealed class ModelMessages(IStringLocalizer<SharedText> text) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(name => text["Validation.MissingField", name]);
        messages.SetMissingKeyOrValueAccessor(() => text["Validation.Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["Validation.Missing"]);
        messages.SetValueMustNotBeNullAccessor(_ => text["Validation.Missing"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, name) => text["Validation.NotUnderstood", name]);
        messages.SetUnknownValueIsInvalidAccessor(name => text["Validation.NotUnderstood", name]);
        messages.SetValueIsInvalidAccessor(_ => text["Validation.NotUnderstoodValue"]);
        messages.SetValueMustBeANumberAccessor(name => text["Validation.Number", name]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => text["Validation.NotUnderstoodValue"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["Validation.NotUnderstoodValue"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Validation.NumberValue"]);
        options.ModelMetadataDetailsProviders.Add(new DefaultMessages());
    }

    private sealed class DefaultMessages : IValidationMetadataProvider
    {
        // These two bring a default message as if it had been given.
        private static readonly HashSet<string?> FrameworkMessages =
            [null, new UrlAttribute().ErrorMessage, new EmailAddressAttribute().ErrorMessage];

        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            {
                if (FrameworkMessages.Contains(attribute.ErrorMessage) && attribute.ErrorMessageResourceName is null && KeyOf(attribute) is { } key)
                {
                    attribute.ErrorMessage = key;
                }
            }
        }

        private static string? KeyOf(ValidationAttribute attribute) => attribute switch
        {
            RequiredAttribute => "Validation.Required",
            StringLengthAttribute { MinimumLength: > 0 } => "Validation.LengthBetween",
            StringLengthAttribute or MaxLengthAttribute => "Validation.MaxLength",
            MinLengthAttribute => "Validation.MinLength",
            RangeAttribute => "Validation.Range",
            EmailAddressAttribute => "Validation.Email",
            UrlAttribute => "Validation.Url",
            CompareAttribute => "Validation.Compare",
            RegularExpressionAttribute => "Validation.Pattern",
            _ => null,
        };
    }
}
