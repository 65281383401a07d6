using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Requests;

internal sealed class RequestMapping : IEntityTypeConfiguration<DutyRequest>, IEntityTypeConfiguration<RequestDecision>
{
    public void Configure(EntityTypeBuilder<DutyRequest> builder)
    {
        builder.ToTable("duty_request");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.Reason).HasMaxLength(DutyRequest.ReasonLength);
        builder.Property(row => row.WithdrawnNote).HasMaxLength(DutyRequest.ReasonLength);
        builder.Property(row => row.AskedByName).HasMaxLength(100);
        builder.HasIndex(row => new { row.AgencyId, row.RequestKey }).IsUnique();
        builder.HasIndex(row => new { row.AgencyId, row.ObligationId });
        builder.HasIndex(row => new { row.AskedAt, row.Id });
        builder.HasOne<Obligation>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ObligationId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RequestDecision> builder)
    {
        builder.ToTable("request_decision");
        builder.HasKey(row => new { row.AgencyId, row.RequestId });
        builder.Property(row => row.Note).HasMaxLength(RequestDecision.NoteLength);
        builder.Property(row => row.DecidedByName).HasMaxLength(100);
        builder.Property(row => row.RevokedByName).HasMaxLength(100);
        builder.Property(row => row.RevokedReason).HasMaxLength(RequestDecision.NoteLength);
        builder.HasOne<DutyRequest>().WithMany().HasForeignKey(row => new { row.AgencyId, row.RequestId }).OnDelete(DeleteBehavior.Restrict);
    }
}
