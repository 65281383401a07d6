using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class Reach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlScript.Read("0008_reach.sql"));
    }
}
